import type { Report } from '../model/index';

const DECIMALS = 6;

/** A number to six decimals, enough for a share to a ten-thousandth of a per cent; minus zero becomes zero. */
function short(value: number): number {
  return Number.isInteger(value) || !Number.isFinite(value) ? value + 0 : Number(value.toFixed(DECIMALS)) + 0;
}

/** The report as JSON. Equal reports give equal bytes. */
export function reportJson(report: Report): string {
  return plainJson(report);
}

/**
 * Plain data as JSON, indented by two, ending with a line break. Numbers to six decimals, so that the text does not
 * carry digits without meaning; what is not a number is null.
 */
export function plainJson(data: object): string {
  const text = JSON.stringify(data, (_, value: unknown) => (typeof value === 'number' ? short(value) : value), 2);
  return `${text}\n`;
}
