// Codes people type: six letters and digits, without 0 O 1 I L. What is typed in their stead is for the host to refuse.

export const CODE_LENGTH = 6;

export function tidy_code(text, length = CODE_LENGTH) {
    return text.toUpperCase().replace(/[^A-Z0-9]/g, "").slice(0, length);
}
