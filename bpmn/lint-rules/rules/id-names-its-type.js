/**
 * An element id is `<type>_<phrase>`, the phrase in lowerCamel; ids are public (tests, code, running cases),
 * so a generated one is a mistake.
 */
const PREFIXES = {
  'bpmn:StartEvent': 'startEvent',
  'bpmn:EndEvent': 'endEvent',
  'bpmn:BoundaryEvent': 'event',
  'bpmn:IntermediateCatchEvent': 'event',
  'bpmn:IntermediateThrowEvent': 'event',
  'bpmn:UserTask': 'userTask',
  'bpmn:ServiceTask': 'serviceTask',
  'bpmn:BusinessRuleTask': 'businessRuleTask',
  'bpmn:ReceiveTask': 'receiveTask',
  'bpmn:SendTask': 'sendTask',
  'bpmn:CallActivity': 'callActivity',
  'bpmn:SubProcess': 'subProcess',
  'bpmn:Transaction': 'subProcess',
  'bpmn:ExclusiveGateway': 'gateway',
  'bpmn:ParallelGateway': 'gateway',
  'bpmn:InclusiveGateway': 'gateway',
  'bpmn:EventBasedGateway': 'gateway',
  'bpmn:SequenceFlow': 'flow'
};
// What modelling tools write, e.g. Activity_0k3jd92, Error_1abcdef or TimerEventDefinition_0k3jd92.
const GENERATED = /_[0-9][0-9a-z]{6}$/;

module.exports = function () {
  function check(node, reporter) {
    if (!node.id || !/^bpmn:/.test(node.$type)) {
      return;
    }
    const prefix = PREFIXES[node.$type];
    if (prefix && !new RegExp(`^${prefix}_[a-z][A-Za-z0-9]*$`).test(node.id)) {
      reporter.report(node.id, `id must be ${prefix}_<lowerCamelPhrase>`);
    } else if (node.$type === 'bpmn:Process' && !/^[a-z][A-Za-z0-9]*$/.test(node.id)) {
      reporter.report(node.id, 'process id must be lowerCamel');
    } else if (GENERATED.test(node.id)) {
      reporter.report(node.id, 'id looks generated');
    }
  }
  return { check };
};
