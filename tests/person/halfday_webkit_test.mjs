// ctest: 900 s, --long, alone
import {half_day} from "./halfday.mjs";

half_day("a half-day with eight people in WebKitGTK leaves the right ideas and the right tallies", "webkit", 840, "halfday-webkit");
