/** The scorecard as the page shows it. */
export { travelText } from '../model/notice/scorecard';
export { bandOf, BAND_KEY, DATA_KEY, scorecard, TRAVEL_KEY, type ScorecardRow } from '../report/scorecard';
