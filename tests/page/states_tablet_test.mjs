// ctest: 600 s
import {KINDS, every_state} from "./states.mjs";
import {every_tablet_state} from "./states_tablet.mjs";

every_state("tablet", KINDS, 580, every_tablet_state);
