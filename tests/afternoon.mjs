// In the tests it is always about one o'clock: a course that begins at 08.30 is then neither early nor late, and no
// midnight passes. Import it before any program is started.
process.env.TZ = "IDR" + (new Date().getUTCHours() - 13);
