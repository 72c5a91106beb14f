/** How good a source is, in words for readers who do not know the letters of the grades. */
const WORDS: Readonly<Record<string, string>> = {
  P: 'published',
  O: 'worked out',
  S: 'reported',
  'S-': 'one report only',
  'R-hi': 'recalled',
  'R-med': 'recalled',
  'R-lo': 'recalled, unsure',
  A: 'assumption',
};

/** The words of a grade; an unknown grade stays as it is. */
export function gradeWords(grade: string): string {
  return WORDS[grade] ?? grade;
}
