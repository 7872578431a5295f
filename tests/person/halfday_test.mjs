// ctest: 600 s, alone
import {half_day} from "./halfday.mjs";

half_day("a half-day with eight people in Chromium leaves the right ideas and the right tallies", "chromium", 540, "halfday");
