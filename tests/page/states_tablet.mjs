// The states of the tablet's page, one after another.
import {CHOOSE} from "./photo.mjs";
import {SCENES} from "./scenes.mjs";

const NOTE = {note: "n1", id: "c1", block: "b-collect", type: "idea", group: "", text: "Små skålar att smaka ur", colour: "ros", state: "shown", number: null,
    photo: {address: "p1", shows: "Smakskålar på ett fat"}};

export async function every_tablet_state(view) {
    view.host.room.notes = [NOTE];
    await view.open("/?k=K7QP2M");
    await view.page.wait_for("@join");
    await view.look("join");
    await view.page.click("@join");
    await view.page.wait_gone("@join");
    for (const scene of Object.keys(SCENES)) {
        await view.show(scene);
        if (scene === "write") {
            await view.page.wait_for("@photo-choose");
            await view.page.run(CHOOSE, "photo-choose", 640, 480, "image/jpeg");
            await view.page.wait_for("[data-id=photo-there] img");
            await view.look("write-photo");
            await view.page.click("@photo-remove");
        }
        if (scene === "result_criteria") {
            await view.page.wait_for("@follow");
            await view.sheet("follow");
        }
        if (scene !== "card") continue;
        await view.page.click("@card-i1");
        await view.page.wait_for("@other-card");
        await view.look("card-open");
    }
    view.host.show("waiting");
    for (const opener of ["me", "my-notes", "leave"]) await view.sheet(opener);
}
