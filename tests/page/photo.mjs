// A small photograph, 320 × 240 px: a house on a lawn, as JPEG in base64.
export const PHOTO = [
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wCEAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk8BDg4OExETJhUVJk81LTVPT09PT09PT0",
    "9PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT//AABEIAPABQAMBIgACEQEDEQH/xAGiAAABBQEBAQEBAQAAAAAAAAAAAQIDBAUGBwgJCgsQAAIBAwMCBAMFBQQEAAABfQEC",
    "AwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqa",
    "qys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+gEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoLEQACAQIEBAMEBwUEBAABAncAAQIDEQQFITEGEkFRB2FxEyIy",
    "gQgUQpGhscEJIzNS8BVictEKFiQ04SXxFxgZGiYnKCkqNTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqCg4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxs",
    "fIycrS09TV1tfY2dri4+Tl5ufo6ery8/T19vf4+fr/2gAMAwEAAhEDEQA/ANmiiivUPMCiiigAooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKACi",
    "iigAooooAKKKKACiiigBaKKKRQUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUALRRRQMKKKKACiiigAooooAK",
    "KKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKAFooopFBRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAF",
    "FFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAtFFFAwooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigAooooAW",
    "iiikUFFFFABRRRQAUUUUAFFFFABRRRQBQk1W3jkaNklypIOAO3403+2Lb+5L+Q/wAaybv/AI/J/wDro386hryZYyqm0e9DL6Limzc/ti2/uS/kP8aP7Ytv7kv5D/GsOil9dqlf2dQ8zc/ti2/uS/kP",
    "8aP7Ytv7kv5D/GsOij67VD+zqHmbn9sW39yX8h/jR/bFt/cl/If41h0UfXaof2dQ8zc/ti2/uS/kP8aP7Ytv7kv5D/GsOij67VD+zqHmbn9sW39yX8h/jR/bFt/cl/If41h0UfXaof2dQ8zc/ti2/u",
    "S/kP8AGj+2Lb+5L+Q/xrDoo+u1Q/s6h5m5/bFt/cl/If40f2xbf3JfyH+NYdFH12qH9nUPM62iiivXPnwooooAKKKKACiiigAooooAKKKKAFooooGFFFFABRRRQAUUUUAFFFFABRRRQBy93/x+T/8A",
    "XRv51DU15/x+T/8AXRv51DXz8/iZ9VT+BBRRRUlhRRRQAUUUUAFFFFABRRRQAUUUUAFFFFAHXUUUV9EfJBRRRQAUUUUAFFFFABRRRQAUUUUAFFLRSKEopaKAEopaKAEopaKAEopaKAEopaKAOWvP+P",
    "yf/ro386hqa8/4/J/+ujfzqGvAn8TPqafwIKKKKkoKKKKACiiigAooooAKKKKACiiigAooooA66ilor6E+UEopaKAEopaKAEopaKAEopaKAEopaKAMn+2/+nb/AMf/APrUf23/ANO3/j//ANasiivK",
    "+s1e5N2a/wDbf/Tt/wCP/wD1qP7b/wCnb/x//wCtWRRR9Zq9wuzX/tv/AKdv/H//AK1H9t/9O3/j/wD9asiij6zV7hdmv/bf/Tt/4/8A/Wo/tv8A6dv/AB//AOtWRRR9Zq9wuzX/ALb/AOnb/wAf/w",
    "DrUf23/wBO3/j/AP8AWrIoo+s1e4XZr/23/wBO3/j/AP8AWo/tv/p2/wDH/wD61ZFFH1mr3C7FmfzZ5JMY3sWx6ZNMoorjbuz6qn8C9AooooLCiiigCKe4SDbvDHd0xUP2+L+6/wCQ/wAaZqf/ACy/",
    "H+lUa7qOHhOCkzycTjKtOq4x2NH7fF/df8h/jR9vi/uv+Q/xrOorX6rTMP7QrGvBcJPu2Bht65qWqOmf8tfw/rV6uCtBQm4o9bDVJVKSlLcKKKKzNwooooA2f7b/AOnb/wAf/wDrUf23/wBO3/j/AP",
    "8AWrIors+s1e58ldmv/bf/AE7f+P8A/wBaj+2/+nb/AMf/APrVkUUfWavcLs1/7b/6dv8Ax/8A+tR/bf8A07f+P/8A1qyKKPrNXuF2a/8Abf8A07f+P/8A1qP7b/6dv/H/AP61ZFFH1mr3C7Nf+2/+",
    "nb/x/wD+tR/bf/Tt/wCP/wD1qyKKPrNXuF2a/wDbf/Tt/wCP/wD1qP7b/wCnb/x//wCtWRRR9Zq9wuxKKKKxAKKKKACiiigAooooAKKKKACiiigBKKKKxZ9VT+BegUUUUFhRRRQBR1P/AJZfj/SqNX",
    "tT/wCWX4/0qjXq4b+Ej5/Hfx5fL8gooorY5S9pn/LX8P61eqjpn/LX8P61ery8T/FZ9Bgf4Efn+YUUUVgdQUUUUALRRRWx8kFFFFABRRRQAUUUUAFFFFABRRRQAlFFFABRRRQAUUUUAFFFFABRRRQA",
    "UUUUAFFFFYs+qp/AgooooLCiiigCjqf/ACy/H+lUavan/wAsvx/pVGvVw38JHz+O/jy+X5BRRRWxyl7TP+Wv4f1q9VHTP+Wv4f1q9Xl4n+Kz6DA/wI/P8wooorA6gooooAKKKK2PkgooooAKKKKACi",
    "iigAooooAKKKKAEooopjCiiigAooooAKKKKACiiigAooooAWiiisGfU0/gQUUUUFhRRRQBR1P/AJZfj/SqNXtT/wCWX4/0qjXq4b+Ej5/Hfx5fL8gooorY5S9pn/LX8P61eqjpn/LX8P61ery8T/FZ",
    "9Bgf4Efn+YUUUVgdQUUUUAJRRRW58mFFFFABRRRQAUUUUAFFFFABRRRQAlFFFAwooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigAooooAKK",
    "KKACiiigAooooASiiimAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFFFABRRRQAUUUUAFFJRQMWikooAWikooAWikooAWikoo",
    "AWikooAWikooAWikooAWikooAWikooAWikooAWikooAWikooAWikooAWikooAWikooAWikooAWikooAWikooAWikooA//9k=",
].join("");

/// Puts a picture of `width` × `height` px into a file field, as a person who chooses one; `kind` "image/png" or "image/jpeg".
export const CHOOSE = `async (field, width, height, kind) => {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, {width, height});
    const pen = canvas.getContext("2d");
    for (let i = 0; i < 64; ++i) {
        pen.fillStyle = "hsl(" + (i * 47) % 360 + " 60% 55%)";
        pen.fillRect((i % 8) * width / 8, Math.floor(i / 8) * height / 8, width / 8, height / 8);
    }
    const blob = await new Promise((done) => canvas.toBlob(done, kind));
    const files = new DataTransfer();
    files.items.add(new File([blob], "bild", {type: kind}));
    const input = document.querySelector("[data-id='" + field + "']");
    input.files = files.files;
    input.dispatchEvent(new Event("change", {bubbles: true}));
    return blob.size;
}`;
