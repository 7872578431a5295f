export function remote_frame(room, state) {
    return Object.assign(state, {t: "remote"});
}
