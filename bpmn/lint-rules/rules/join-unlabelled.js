/** A join asks nothing, so it says nothing. */
module.exports = function () {
  function check(node, reporter) {
    const joins = /Gateway$/.test(node.$type) && (node.outgoing || []).length < 2;
    if (joins && (node.name || '').trim()) {
      reporter.report(node.id, 'joining gateway must not be labelled');
    }
  }
  return { check };
};
