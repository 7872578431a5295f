// The pages by themselves, against a stand-in host (tests/page): language, size, texts, axe, keyboard, loss.
import "../page/sources_check.mjs";
import "../page/deeds_check.mjs";
import "../page/states_check.mjs";
