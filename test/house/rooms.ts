import { importsOf, nameOf, origins, packageOf, targetOf, type Import } from './imports';
import { finding, matches, type Source } from './sources';
import type { Reserved, Room } from './table';

const any = (patterns: readonly string[] | undefined, name: string) =>
  patterns?.some((pattern) => matches(pattern, name)) ?? false;

const roomOf = (rooms: readonly Room[], path: string) => rooms.find(({ files }) => any(files, path));

/** The room a target lies in. Its name has no extension, and neither have the patterns it is held against. */
const roomOfName = (rooms: readonly Room[], name: string) => rooms.find(({ files }) => any(files.map(nameOf), name));

function allowed(rooms: readonly Room[], room: Room, target: string, kind: Import['kind']): boolean {
  if (roomOfName(rooms, target) === room) return true;
  if (kind === 'address') return any(room.starts, target);
  return any(room.may, target) || (kind === 'type' && any(room.types, target));
}

/** Values that a room takes through the model's door although it may only have labels. */
function beyondLabels(room: Room, found: Import, doors: ReadonlyMap<string, string>): string[] {
  if (!room.modelValues || found.kind !== 'value') return [];
  if (!found.names) return ['takes the whole model, where it may have types and labels'];
  return found.names
    .filter((name) => !any(room.modelValues, doors.get(name) ?? '(nowhere)'))
    .map((name) => `takes ${name} from the model, where it may have types and labels`);
}

/** Every import that the table does not allow, as `path:line message`. Files outside all rooms are findings themselves. */
export function checkRooms(rooms: readonly Room[], files: readonly Source[]): string[] {
  const findings: string[] = [];
  const once = new Map<string, Source>();
  const barrel = files.find(({ path }) => path === 'src/model/index.ts');
  const doors = barrel ? origins(barrel, files) : new Map<string, string>();
  for (const file of files) {
    const room = roomOf(rooms, file.path);
    if (!room) {
      findings.push(`${file.path}:1 belongs to no room`);
      continue;
    }
    for (const found of importsOf(file)) {
      const say = (message: string) => findings.push(finding(file, found.node, message));
      const target = targetOf(file.path, found.specifier);
      if (target !== undefined) {
        if (!allowed(rooms, room, target, found.kind))
          say(`${room.room} may not import ${target}${found.kind === 'type' ? ', not even types' : ''}`);
        else if (target === 'model/index') beyondLabels(room, found, doors).forEach(say);
        continue;
      }
      const name = packageOf(found.specifier);
      if (any(room.packages, name)) continue;
      if (!any(room.inOneFile, name)) {
        say(`${room.room} may not import the package ${found.specifier}`);
        continue;
      }
      const first = once.get(`${room.room} ${name}`) ?? file;
      once.set(`${room.room} ${name}`, first);
      if (first !== file) say(`${room.room} imports ${name} in a second file beside ${first.path}`);
    }
  }
  return findings;
}

/** Every import of what is reserved for other files. */
export function checkReserved(reserved: readonly Reserved[], files: readonly Source[]): string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap(({ node, specifier }) => {
      const target = targetOf(file.path, specifier) ?? specifier;
      return reserved
        .filter(({ what, files: few }) => matches(what, target) && !any(few, file.path))
        .map(({ what, files: few }) =>
          finding(file, node, `imports ${target}; ${what} is for ${few.join(', ')} alone`),
        );
    }),
  );
}
