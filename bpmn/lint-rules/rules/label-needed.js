/** Whatever a clerk may ask about in the diagram has a name: tasks, events, subprocesses, questions and their answers. */
const ALWAYS = /^bpmn:(UserTask|ServiceTask|BusinessRuleTask|ReceiveTask|SendTask|CallActivity|SubProcess|StartEvent|EndEvent|BoundaryEvent|IntermediateCatchEvent|IntermediateThrowEvent|Process)$/;
const QUESTIONS = /^bpmn:(ExclusiveGateway|InclusiveGateway)$/;

module.exports = function () {
  const asks = (node) => QUESTIONS.test(node.$type) && (node.outgoing || []).length > 1;

  function check(node, reporter) {
    const named = (node.name || '').trim().length > 0;
    if (named) {
      return;
    }
    if (ALWAYS.test(node.$type)) {
      reporter.report(node.id, 'label missing');
    } else if (asks(node)) {
      reporter.report(node.id, 'splitting gateway needs a question as label');
    } else if (node.$type === 'bpmn:SequenceFlow' && node.sourceRef && asks(node.sourceRef)) {
      reporter.report(node.id, 'flow leaving a question needs its answer as label');
    }
  }
  return { check };
};
