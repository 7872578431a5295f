// Tests that go on from one another: after one that failed there is nothing to be learnt.
import {test} from "node:test";

/// Gives `step(sentence, deed)`; `failed` is called after the first that fails, to keep what is seen then.
export function steps(failed) {
    let has_failed = false;
    return (sentence, deed) => test(sentence, async (context) => {
        if (has_failed) return context.skip("the step before failed");
        try {
            await deed();
        } catch (fault) {
            has_failed = true;
            failed();
            throw fault;
        }
    });
}
