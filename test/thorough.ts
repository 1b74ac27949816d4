/** The part `properties` of the test command runs the unit tests with every place of every text; the part `unit` with some. */
export const THOROUGH = process.env['IMR_THOROUGH'] === '1';

/** The step of a walk over the places of a text: `step` where all counts, else a good deal more. */
export const stride = (step: number): number => (THOROUGH ? step : step * 41 + 2);
