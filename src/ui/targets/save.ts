/** Hands a text to the browser as a file to keep. */
export function saveText(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A key as the id of an element: "target ni59 due" is "target-ni59-due". */
export function elementId(key: string): string {
  return key.replaceAll(' ', '-');
}
