/** The file that a page pastes for gatherings: registers `<ctg-site>` and `<ctg-gathering-signup>`. */
import './widgets/site/index.js';
import './widgets/gathering-signup/index.js';
