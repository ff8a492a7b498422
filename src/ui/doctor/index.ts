/** The chunk of the doctor. */
export {attend} from './attend.js';
