// What the stand-in tells the remote, around the same scenes.

const PHASES = ["intro", "individual", "share", "vote", "reveal"];

function plans(polls) {
    return (polls || []).map((poll, index) => ({index, method: poll.method, question: poll.question, poll: poll.id}));
}

export const TABLES = {how: "choose", sign: false, seated: [4, 3, 5]};

/// The tables' boards as the remote is told of them; nothing unless it is said.
export const BOARDS = (more) => Object.assign({plan: null, forms: [], sets: [], room: [], all: [], rounds: null, wall: false, shown: null}, more);

export function remote_frame(room, state, qr) {
    const now = Date.now();
    const minute = 60000;
    const agenda = [["b-1", "Kom in", 10, "done"], ["b-2", "Ramen", 10, "done"], ["b-3", "Lär känna Samira", 10, "skipped"], ["b-now", "Idéer i tysthet", 15, "now"],
        ["b-5", "Bygg vidare", 15, "next"], ["b-6", "Sortera", 10, "later"], ["b-7", "Tre prickar", 15, "later"]];
    const block = state.block && Object.assign({}, state.block, {phases: room.phases || PHASES, clock: Object.assign({ends_at: now + 435000}, state.block.clock),
        say: ["Nu skriver var och en för sig. Minst fem idéer, en mening per idé.", "Omöjligt är tillåtet. Vi sorterar sedan."],
        do: ["Gå runt tyst. Hjälp den som sitter fast."], tips: ["Läs upp persona en gång till."], reserve: ["Skriv på lappar om nätet krånglar."],
        html: "<p>Ett vanligt fel är att börja prata om lösningar för tidigt.</p><ul><li>Håll tystnaden.</li></ul>", polls: plans(state.polls)});
    if (room.scene === "unopened") block.polls.forEach((plan) => Object.assign(plan, {poll: null}));
    return Object.assign({t: "remote", rev: state.rev, now, session: {id: "s", title: "En förening lånar lokal", ended: false, started: !!block},
        join: {code: "K7QP2M", url: "http://192.168.1.20:8010/?k=K7QP2M", qr_svg: qr}, people: 18, hands: 1, blank: state.blank, locked: !!state.locked, message: state.message || null, frozen: false, moderation: true, saved: true, trouble: null, low_space: null, block,
        previous: block ? {id: "b-2", title: "Ramen"} : null, next: state.next ? {id: "b-5", title: state.next.title} : null,
        agenda: agenda.map(([id, title, minutes, how], index) => ({id, title, minutes, starts_at: now + (index - 3) * 12 * minute, state: how, late: index > 4})),
        drift_min: 4, ends_at: now + 90 * minute, cut: {block: "b-5", minutes: 10, skip: false, text: "Korta Bygg vidare till 10 min?"},
        inbox: [{note: "n1", version: "v1", type: "idea", text: "Boka lokalen med ett tryck i mobilen", held: "", like: {note: "i1", text: "Boka lokal med ett klick i mobilen"}, photo: {address: "p1", shows: "Anslagstavlan utanför hallen"}},
            {note: "n2", version: "v2", type: "idea", text: "Ring Elif på 070-000 00 00 så löser hon det", held: "phone", like: null}, {note: "n3", version: "v3", type: "idea", text: "Öppna på kvällarna", author: "Tove", held: "", like: null},
            {note: "n4", version: "v4", type: "card", text: "Vi vet inte om låsen räcker till alla dörrar.", held: "", about: "Nyckel i kodskåp i stället för kvitto i receptionen", field: "Största osäkerheten", like: null}],
        hidden: [{note: "n9", version: "v9", text: "Det här hör inte hit", author: "Tove"}], wall: (state.wall || []).map((note) => Object.assign({hidden: false}, note)), clusters: state.clusters || [],
        polls: (state.polls || []).map((poll) => Object.assign({drawn: 18, extra: 0, lost: poll.state === "open" ? [{seat: "x7", label: "Plats 7"}] : [],
            can_save: poll.state === "revealed" && (poll.method === "dots" || poll.method === "tre-prickar") && !poll.saved ? poll.options.map((one) => one.id) : [],
            saved_numbers: poll.saved ? ["L26-058", "L26-059", "L26-060"] : []}, poll)),
        undo: null, boards: BOARDS(), seats: [1, 2, 3, 7].map((number) => ({seat: "x" + number, label: "Plats " + number, here: number !== 3, hand: number === 7, muted: number === 2, return: "H4XW9" + number}))}, room.remote);
}
