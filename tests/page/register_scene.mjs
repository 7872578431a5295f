// What the stand-in answers when the list asks for boards and register.
import {SCENES} from "./scenes.mjs";

export function register_frame() {
    const polls = (scene) => SCENES[scene]().polls;
    const idea = (number, title, state, area, responsible, known, waiting, late) => ({id: "i-" + title.length + title, number, title, description: "", state, area, responsible, known, waiting, late});
    return {t: "register", now: Date.now(), all: 4, lang: "sv",
        boards: [
            {title: "Rita resan", polls: polls("result_feelings"), question: "Vad händer, steg för steg?", groups: [{label: "Före", notes: [{text: "Mejlar tre personer", number: ""}, {text: "Väntar i två veckor 😕", number: ""}]}, {label: "Under", notes: [{text: "Hämtar nyckeln", number: "", photo: {address: "p2", shows: ""}}]}]},
            {title: "Idéer i tysthet", question: "", groups: [{label: "", notes: [{text: "Svar samma kväll", number: "L26-058"}, {text: "موعد واحد للجميع", number: ""}]}]},
            {title: "Tre prickar", question: "", groups: [], polls: polls("result_dots")}],
        ideas: [
            idea("L26-047", "Simskola för föräldrar och barn", "Helhetsbild", "Fritid", "Idécoach, Fritid", "Nytta för användaren", "31 dagar, boka möte", true),
            idea("L26-058", "Svar samma kväll", "Inkommen", "Kultur", "", "", "I dag, ring idégivaren", false),
            idea("L26-041", "Ungas makt över maten", "Testas", "Skola", "Kostenheten", "Nytta för användaren, Jämställdhet", "vecka 3 av 4, testet pågår", false),
            idea("", "En person per hall", "Utkast", "", "", "", "gör klar och ta emot", false)]};
}
