// ctest: 600 s
import {SCENES} from "./scenes.mjs";
import {every_state} from "./states.mjs";

// Those that are drawn in a way of their own.
const VOTES = ["vote_mes", "vote_fist", "result_score", "result_mes", "result_fist", "result_matrix", "result_points", "result_bradley-terry", "vote_consent", "result_consent"];
const WINDOWS = [{name: "big", width: 1920, height: 1080}, {name: "big-dark", width: 1920, height: 1080, scheme: "dark"}, {name: "zoomed", width: 960, height: 540},
    {name: "narrow", width: 320, height: 640}];

every_state("audience", WINDOWS, 580, async (view) => {
    await view.open("/audience?k=K7QP2M");
    for (const scene of Object.keys(SCENES).concat(VOTES)) await view.show(scene);
});
