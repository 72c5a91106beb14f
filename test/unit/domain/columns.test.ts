/** The program counts by number what the rest of the house knows by name: the numbers are those of the names. */
import { expect, it } from 'vitest';
import { COLUMNS, GRADE_COLUMNS, STAFF_GRADES, TEAM_COLUMNS } from '../../../src/model/measures/columns';
import { constEnum, constNumber } from '../../fixtures/const-enums';

const AT = 'src/model/domain/at.ts';

it.each([
  ['AT', 'OF_ALL', COLUMNS],
  ['IN_TEAM', 'OF_TEAM', TEAM_COLUMNS],
  ['IN_GRADE', 'OF_GRADE', GRADE_COLUMNS],
])('%s and %s are the columns, in their order', (names, count, columns) => {
  const numbers = constEnum(AT, names);
  expect(Object.keys(numbers)).toEqual(columns);
  expect(Object.values(numbers)).toEqual(columns.map((_, i) => i));
  expect(constNumber(AT, count)).toBe(columns.length);
});

it('there are as many grades', () => {
  expect(constNumber(AT, 'GRADES')).toBe(STAFF_GRADES.length);
});
