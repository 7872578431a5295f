// ctest: 900 s, --long, alone
import {half_day} from "./halfday.mjs";

half_day("a half-day with fewer people in Firefox", "firefox", 840, ["Tove", "Emma", "Kim", "Farah", "Elif"]);
