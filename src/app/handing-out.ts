import type { SaveState } from '../store/autosave';
import { fileStem, fileText, planFileText, scenarioFileText } from '../store/files';
import { download } from './download';
import type { Keeping } from './keeping.svelte';
import { shareLink } from './sharing';
import { shipped } from './start';

/** The selected plan as a file. */
export function savePlanFile(keeping: Keeping): void {
  const { session } = keeping;
  const { plan, scenario } = session;
  download(fileStem(scenario.id, plan.name, 'plan'), 'json', planFileText(plan, scenario.id));
  keeping.filed('plan');
  session.say(`The plan ${plan.name} is saved as a file.`);
}

/** The whole work as one scenario file; listed why where it cannot be. */
export function saveScenarioFile(keeping: Keeping): void {
  const { session } = keeping;
  const text = scenarioFileText(session.scenario, session.plans);
  if (!text.ok) {
    session.refuse('The scenario file', text.problems);
    return;
  }
  download(fileStem(session.scenario.id, 'all plans'), 'json', text.value);
  keeping.filed('everything');
  session.say('Everything is saved as a scenario file.');
}

/** What is stored of a work that cannot be read, as a file, for whoever can. */
export async function saveStored(keeping: Keeping, id: string): Promise<void> {
  const stored = await keeping.stored(id);
  if (stored !== null) download(fileStem('kept work', id), 'json', fileText(stored));
}

/** What came of copying a link. */
export type Copied = 'copied' | 'too-long' | 'refused';

export async function copyLink({ session }: Keeping): Promise<Copied> {
  const link = await shareLink(session, shipped);
  if (link === null) return 'too-long';
  return (await copy(link)) ? 'copied' : 'refused';
}

/** Puts text on the clipboard. Gives whether the browser let it. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The state of the saving in words. */
export function saveWords(state: SaveState, now = Date.now()): string {
  switch (state.kind) {
    case 'untouched':
      return '';
    case 'saving':
      return 'Saving';
    case 'saved':
      return `Saved in this browser ${momentText(state.at, now)}`;
    case 'unsaved':
      return `Not saved: ${state.fault === 'full' ? 'this browser’s storage is full' : 'this browser does not keep data'}`;
  }
}

/** A moment for a list: the time today, before that the day and the time. Example: "14:02", "3 Nov, 14:02". */
export function momentText(at: number, now = Date.now()): string {
  const when = new Date(at);
  const time = `${two(when.getHours())}:${two(when.getMinutes())}`;
  if (when.toDateString() === new Date(now).toDateString()) return time;
  const month = 'JanFebMarAprMayJunJulAugSepOctNovDec'.slice(3 * when.getMonth()).slice(0, 3);
  const year = when.getFullYear() === new Date(now).getFullYear() ? '' : ` ${when.getFullYear()}`;
  return `${when.getDate()} ${month}${year}, ${time}`;
}

const two = (value: number) => String(value).padStart(2, '0');
