// An order of ids in places, best first: [["b"], ["a", "c"]]. Ids in one list share a place. Every deed gives a new order.

function without(order, id) {
    return order.map((place) => place.filter((one) => one !== id)).filter((place) => place.length);
}

export function place_of(order, id) {
    return order.findIndex((place) => place.indexOf(id) >= 0);
}

export function added(order, id) {
    return place_of(order, id) >= 0 ? order : order.concat([[id]]);
}

export function removed(order, id) {
    return without(order, id);
}

/// One place up (by = −1) or down: out of a shared place first, then past its neighbour.
export function moved(order, id, by) {
    const at = place_of(order, id);
    if (at < 0) return order;
    if (order[at].length > 1) return put_at(order, id, by < 0 ? at : at + 1);
    if (at + by < 0 || at + by >= order.length) return order;
    const next = order.slice();
    next[at] = order[at + by];
    next[at + by] = order[at];
    return next;
}

// `at` counts the places as they are while the id has left its own.
function put_at(order, id, at) {
    const rest = without(order, id);
    return rest.slice(0, at).concat([[id]], rest.slice(at));
}

/// Shares the place above, or leaves a shared place for the one below it.
export function joined(order, id) {
    const at = place_of(order, id);
    if (at < 1) return order;
    return order.slice(0, at - 1).concat([order[at - 1].concat(id)], without(order.slice(at), id));
}

export function parted(order, id) {
    const at = place_of(order, id);
    return at < 0 || order[at].length < 2 ? order : put_at(order, id, at + 1);
}

/// Between others, by how many of the other ids stand before it; into no shared place.
export function dropped(order, id, before) {
    const rest = without(order, id);
    let seen = 0;
    let at = 0;
    while (at < rest.length && seen + rest[at].length <= before) seen += rest[at++].length;
    // Inside a shared place: to the side that is nearer.
    if (at < rest.length && before - seen > rest[at].length / 2) ++at;
    return rest.slice(0, at).concat([[id]], rest.slice(at));
}
