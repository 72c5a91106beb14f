/** The one reader of numbers as people and Excel write them; what a field takes and says is the field's own. */
export interface TypedNumber {
  readonly value: number;
  /** What stood behind it: a word for a unit in small letters, "%" for "per cent" too; empty where nothing did. */
  readonly behind: string;
}

/**
 * A number typed with thousands, a pound sign, a true minus or a unit behind it; null for what is no number.
 * Examples: "13,000", "£38,000", "−3", "24.7%", "69 per cent", "12 FTE"; not "12..5", "1,00" or "ten".
 */
export function typedNumber(text: string): TypedNumber | null {
  const plain = text
    .trim()
    .replace(/[−–]/g, '-')
    .replace(/^(-?)£/, '$1')
    .replace(/,(?=\d{3}\b)/g, '');
  const [, number, behind = ''] =
    /^(-?(?:\d+\.?\d*|\.\d+))\s*(%|per ?cent|fte|working days|days|cases|pounds)?$/i.exec(plain) ?? [];
  if (number === undefined) return null;
  return { value: Number(number), behind: /^per/i.test(behind) ? '%' : behind.toLowerCase() };
}

/** A whole number of one or nothing behind it; null for anything else. */
export function typedWhole(text: string): number | null {
  const read = typedNumber(text);
  return read && read.behind === '' && Number.isInteger(read.value) && !text.includes('.') ? read.value : null;
}
