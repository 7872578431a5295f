// ctest: 600 s, --long, alone
import {half_day} from "./halfday.mjs";
import {open_wall_trainer} from "./halfday_wall.mjs";

half_day("a half-day led at the wall, with eight people in Chromium, leaves the right ideas and the right tallies", "chromium", 540, "halfday-wall", open_wall_trainer);
