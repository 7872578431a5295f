// ctest: 900 s, --long, alone
import {half_day} from "./halfday.mjs";

half_day("a half-day with eight people in Firefox leaves the right ideas and the right tallies", "firefox", 840, "halfday-firefox");
