/** A chart as a picture that stands by itself: its title above, what made it below. */
export interface Picture {
  readonly title: string;
  readonly subtitle: string;
  /** The run record, and whose result it is. */
  readonly record: string;
  /** Size of the drawing, in px. */
  readonly width: number;
  readonly height: number;
  /** The drawing as SVG markup, with every style in attributes. */
  readonly drawing: string;
}

export interface PictureFile {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 20;
const LEAST_WIDTH = 480;
const FONT = "'Segoe UI', Arial, Helvetica, sans-serif";
/** Width of a letter as a share of its size, on the safe side of the fonts above. */
const LETTER = 0.54;

/** The picture as an SVG file with a white ground, and its size in px. Nothing in it is fetched from anywhere. */
export function pictureSvg({ title, subtitle, record, width, height, drawing }: Picture): PictureFile {
  const inner = Math.max(width, LEAST_WIDTH);
  const whole = inner + 2 * MARGIN;
  const lines: string[] = [];
  let y = MARGIN;
  const write = (text: string, size: number, ink: string, weight = 400) => {
    for (const line of wrapped(text, Math.floor(inner / (size * LETTER)))) {
      y += Math.round(size * 1.35);
      lines.push(
        `<text x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${ink}">${escapeXml(line)}</text>`,
      );
    }
  };
  write(title, 17, '#0b0c0c', 650);
  write(subtitle, 13, '#505a5f');
  y += 16;
  lines.push(`<svg x="${MARGIN}" y="${y}" width="${width}" height="${height}" overflow="visible">${drawing}</svg>`);
  y += height + 8;
  write(record, 11, '#505a5f');
  const tall = y + MARGIN;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="en-GB" width="${whole}" height="${tall}" viewBox="0 0 ${whole} ${tall}" font-family="${FONT}" role="img">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(`${subtitle} ${record}`)}</desc>`,
    `<rect width="${whole}" height="${tall}" fill="#fff"/>`,
    ...lines,
    '</svg>',
  ].join('\n');
  return { svg, width: whole, height: tall };
}

/** A text in lines of at most so many letters, broken between words; a longer word stands alone. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    if (line !== '' && line.length + 1 + word.length > letters) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
