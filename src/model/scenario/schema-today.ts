import * as v from 'valibot';
import { bounded, figure, identifier } from './figure';

const days = (label: string, meaning: string) =>
  v.pipe(bounded({ label, unit: 'working days', min: 0, max: 500, meaning }), v.integer('must be whole working days'));
const count = (label: string, unit: string, meaning: string) => figure(label, unit, 0, 100_000, meaning);

/**
 * What is known of the council on the day of the start, by stage, age, kind and team. It takes the place of what the
 * equilibrium has; whatever is left out stays as the equilibrium has it.
 */
export const todaySchema = v.strictObject({
  /** Assessments open on the start's morning; ages are working days since the clock of the stage began. */
  openAssessments: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          stage: v.picklist(['initial', 'core', 'single']),
          fromAge: days('Youngest', 'Age of the youngest in this line, in working days since the clock began.'),
          toAge: days('Oldest', 'Age of the oldest in this line.'),
          open: count(
            'Open assessments',
            'assessments',
            'Open assessments of this stage and age, with a worker or without.',
          ),
          unallocated: v.optional(
            count(
              'Of them without a worker',
              'assessments',
              'Of these, those that wait for a worker; left out, as many as find no room.',
            ),
          ),
        }),
      ),
      v.maxLength(60),
    ),
  ),
  /** Plans held on the start's morning, where they differ from the stocks of the baseline. */
  heldPlans: v.optional(
    v.strictObject({
      cin: v.optional(count('Child in need plans today', 'plans', 'Open child in need plans on the day of the start.')),
      cp: v.optional(
        count('Child protection plans today', 'plans', 'Open child protection plans on the day of the start.'),
      ),
      lac: v.optional(
        count('Looked-after children today', 'children', 'Children looked after on the day of the start.'),
      ),
    }),
  ),
  /** People on the start's morning, by team, where they differ from the baseline's. */
  workers: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          team: identifier,
          permanent: v.optional(
            count('Permanent staff today', 'people', 'Permanent staff in post on the day of the start.'),
          ),
          newlyQualified: v.optional(
            count(
              'Of them newly qualified',
              'people',
              'Of the permanent staff, those in their first year of practice.',
            ),
          ),
          agency: v.optional(count('Agency workers today', 'people', 'Agency workers on the day of the start.')),
          away: v.optional(
            count('Of the permanent staff away sick', 'people', 'Permanent staff away sick on the day of the start.'),
          ),
        }),
      ),
      v.maxLength(20),
    ),
  ),
});
