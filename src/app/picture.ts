import { pictureSvg, type PictureFile } from '../report/picture';

/** What decides how a chart looks, written into the picture because it has no stylesheet; beside each what holds without it. */
const LOOKS: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  'stroke-opacity': '1',
  'paint-order': 'normal',
};
const LOOKS_OF_TEXT: Readonly<Record<string, string>> = { 'font-size': '', 'font-weight': '400' };
/** Dropped: they mean nothing outside the page. */
const OF_THE_PAGE = ['class', 'style', 'id', 'role', 'tabindex'];
/** Points of a picture for each px, so that it is sharp on paper. */
const SHARPNESS = 2;

export interface ChartWords {
  readonly title: string;
  readonly subtitle: string;
  readonly record: string;
}

/** A chart of the page as a picture by itself. */
export function chartPicture(chart: SVGSVGElement, words: ChartWords): PictureFile {
  const { width, height } = chart.getBoundingClientRect();
  const drawing = [...chart.children]
    .filter(({ tagName }) => tagName !== 'title' && tagName !== 'desc')
    .map((child) => new XMLSerializer().serializeToString(styled(child)))
    .join('');
  return pictureSvg({ ...words, width: Math.round(width), height: Math.round(height), drawing });
}

/** A copy of an element with its looks in attributes, without what only the page needs. */
function styled(element: Element): Element {
  const copy = element.cloneNode(false) as Element;
  for (const { name } of [...copy.attributes]) {
    if (OF_THE_PAGE.includes(name) || name.startsWith('aria-') || name.startsWith('on')) copy.removeAttribute(name);
  }
  const looks = getComputedStyle(element);
  // A group only holds; what is drawn says all that is not so by itself.
  const of = element.tagName === 'g' ? {} : element.tagName === 'text' ? { ...LOOKS, ...LOOKS_OF_TEXT } : LOOKS;
  for (const [name, usual] of Object.entries(of)) {
    const value = looks.getPropertyValue(name);
    if (value !== usual) copy.setAttribute(name, value);
    else copy.removeAttribute(name);
  }
  for (const child of element.childNodes) {
    if (child instanceof Element) {
      if (getComputedStyle(child).display !== 'none') copy.append(styled(child));
    } else if (child instanceof Text) copy.append(child.data.replace(/\s+/g, ' '));
  }
  return copy;
}

/** A picture as PNG, drawn by the browser from the SVG alone. */
export async function picturePng({ svg, width, height }: PictureFile): Promise<Blob> {
  const image = new Image(width, height);
  // A data address, because the content policy lets pictures come from nowhere else.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser does not draw pictures');
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('this browser does not make PNG files'))),
      'image/png',
    );
  });
}
