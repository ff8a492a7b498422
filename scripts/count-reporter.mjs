import fs from 'node:fs';

function* testsOf(suite) {
  yield* suite.tests;
  for (const inner of suite.suites) yield* testsOf(inner);
}

/** What a run came to: a file that could not be loaded counts as one failure, or it would count as nothing. */
function countOf(session) {
  const tests = session.testResults ? [...testsOf(session.testResults)] : [];
  const failed = tests.filter((test) => !test.passed && !test.skipped).length;
  const broken = session.errors.length > 0 || (!session.passed && failed === 0);
  return {
    passed: tests.filter((test) => test.passed && !test.skipped).length,
    failed: failed + (broken ? 1 : 0),
    skipped: tests.filter((test) => test.skipped).length,
  };
}

/**
 * A reporter for the web test runner that writes the counts of the whole run and the files with a failed test to a
 * file, for scripts that sum up several runs.
 * @param {string} file
 */
export function countReporter(file) {
  return {
    onTestRunFinished({sessions}) {
      const total = {passed: 0, failed: 0, skipped: 0};
      const failedIn = [];
      for (const session of sessions) {
        const counts = countOf(session);
        for (const [name, count] of Object.entries(counts)) total[name] += count;
        if (counts.failed > 0) failedIn.push(session.testFile);
      }
      fs.writeFileSync(file, JSON.stringify({...total, failedIn}));
    },
  };
}
