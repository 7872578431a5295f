// The way from the wall to its own pages: what the trainer reads off the screen to join tablets and pair a remote.
import assert from "node:assert/strict";

const CODE = /^[A-Z2-9]{6}$/;

/// Reads the addresses and codes off a wall that shows a session: {origin, code, remote_code}. The remote's code is on
/// the screen only for as long as it is asked for; `look()` is called while it is.
export async function read_way(wall, look = () => {}) {
    const text = (id) => wall.now.texts[id] || "";
    wall.key("r");
    await wall.wait_until((now) => now.zones["sheet/remote/show"], "the sheet of the remote");
    assert.equal(text("sheet/remote/code"), "", "the code is not shown before it is asked for");
    const origin = "http://" + text("sheet/remote/address").replace(/\/remote$/, "");
    await wall.tap("sheet/remote/show");
    await wall.wait_until(() => CODE.test(text("sheet/remote/code")), "the code of the remote");
    await look();
    const remote_code = text("sheet/remote/code");
    await wall.tap("sheet/close");
    await wall.wait_until((now) => !now.zones["sheet/close"] && !now.texts["sheet/remote/code"], "the sheet gone, and the code with it");
    const code = Object.values(wall.now.texts).find((one) => CODE.test(one));
    assert.ok(code, "the code to join with: " + JSON.stringify(wall.now.texts));
    return {origin, code, remote_code};
}
