// ctest: 900 s, --long, alone
import {half_day} from "./halfday.mjs";

half_day("a half-day with fewer people in WebKitGTK", "webkit", 840, ["Tove", "Jonas", "Amina", "Elif"]);
