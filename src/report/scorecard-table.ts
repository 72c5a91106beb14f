/** The scorecard as a table for files and the workbook; apart from what the page shows, so that the first screen does without it. */
import { gapText, gapTo, travelText } from '../model/notice/scorecard';
import { thresholdText } from '../model/notice/words';
import { dayText, monthText } from '../model/results/format';
import { cell, unitName, type Cell, type Column, type Table } from './cells';
import { BAND_KEY, bandOf, type Scorecard } from './scorecard';

const text = (header: string, width = 16): Column => ({ header, width });

/** The scorecard as a table: one row for each target, with everything the page shows. */
export function scorecardTable({ review, months, rows }: Scorecard): Table {
  return {
    name: 'Scorecard',
    columns: [
      text('Reference', 10),
      text('Indicator', 36),
      text('Good performance is', 12),
      text('Data period', 22),
      text('Counted', 34),
      text('Unit', 14),
      text('Baseline, in the unit', 12),
      text('Baseline year', 12),
      text('Statistical neighbours, average, in the unit', 14),
      text('Neighbours, year and source', 30),
      ...months.map((month) => text(`${monthText(month)} alone, middle, in the unit`, 13)),
      text('Year to date, middle, in the unit', 13),
      text('Target', 16),
      text(`State on ${dayText(review.date)}`, 16),
      text('Middle, in the unit', 13),
      text('1 in 10 below, in the unit', 13),
      text('1 in 10 above, in the unit', 13),
      text('Middle beyond target, in the unit', 13),
      text('Gap to target', 18),
      text('Chance (%)', 10),
      text('95% interval, low (%)', 10),
      text('95% interval, high (%)', 10),
      text(`Band of the chance. ${BAND_KEY}`, 26),
      text('Direction of travel', 34),
      text('Set from', 40),
      text('Data notes', 60),
    ],
    rows: rows.map(({ target, chance, ...row }): Cell[] => {
      const { unit } = target;
      const { p10 = null, p50 = null, p90 = null, probability = null, interval = null } = chance ?? {};
      return [
        target.code ?? 'none',
        target.label,
        row.goodIs,
        row.period,
        target.basisText,
        unitName(unit) || 'number',
        cell(row.baseline?.value, unit),
        row.baseline?.year ?? 'not stated',
        cell(row.neighbours?.average, unit),
        row.neighbours ? `${row.neighbours.year}, ${row.neighbours.source}` : 'not known',
        ...row.months.map((value) => cell(value, unit)),
        cell(row.yearToDate, unit),
        thresholdText(target),
        row.due ? 'due' : 'watched, not due',
        cell(p50, unit),
        cell(p10, unit),
        cell(p90, unit),
        cell(gapTo(p50, target), unit),
        p50 === null ? 'no value' : gapText(p50, target),
        cell(probability, 'chance'),
        cell(interval?.[0], 'chance'),
        cell(interval?.[1], 'chance'),
        bandOf(probability)?.text ?? 'no value',
        travelText(row.travel, unit).text,
        row.setBy === '' ? 'not stated' : row.setBy,
        row.notes.length > 0 ? row.notes.join(' ') : 'none',
      ];
    }),
  };
}
