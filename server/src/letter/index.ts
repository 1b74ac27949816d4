export * from './letter';
export { readLetters } from './read';
