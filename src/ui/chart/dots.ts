export interface Dot {
  readonly cx: number;
  readonly cy: number;
  readonly met: boolean;
}

export const DOTS = 50;
const ACROSS = 10;
const PITCH = 18;
const RADIUS = 6.5;

export const dotBox = { width: ACROSS * PITCH, height: (DOTS / ACROSS) * PITCH, radius: RADIUS };

/** Fifty futures in rows of ten, those that meet the target first: as many as the chance says, to the nearest. */
export function dotGrid(probability: number): Dot[] {
  const met = Math.round(probability * DOTS);
  return Array.from({ length: DOTS }, (_, i) => ({
    cx: (i % ACROSS) * PITCH + PITCH / 2,
    cy: Math.floor(i / ACROSS) * PITCH + PITCH / 2,
    met: i < met,
  }));
}
