// The voices that lie on the device itself: with them it reads aloud without a network, and no text leaves it.
export function voices() {
    const speech = window.speechSynthesis;
    return speech ? Array.from(speech.getVoices()).filter((one) => one.localService) : [];
}

/// The device's voice for a language, its own favourite first; undefined when it has none.
export function voice_for(language) {
    const fitting = voices().filter((one) => one.lang.toLowerCase().split(/[-_]/)[0] === language);
    return fitting.find((one) => one.default) || fitting[0];
}
