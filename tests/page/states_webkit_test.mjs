// ctest: 1500 s, --long, alone
// The tablet's page in WebKitGTK: every state in both themes, right to left, at 320 px and at 200 %; and with only a keyboard.
import {keyboard_alone} from "./keyboard_votes.mjs";
import {KINDS_ELSEWHERE, every_state} from "./states.mjs";
import {every_tablet_state} from "./states_tablet.mjs";

every_state("tablet", KINDS_ELSEWHERE, 1000, every_tablet_state, "webkit");
keyboard_alone("webkit", 450);
