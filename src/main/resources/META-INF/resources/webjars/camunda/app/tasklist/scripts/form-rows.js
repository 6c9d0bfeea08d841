/*
 * Tasklist keeps its button 完成 disabled while the form viewer reports errors. For a field inside a row of a list the
 * viewer leaves an empty entry behind once the field is right, so that the button would never come back. The viewer checks
 * the whole form on submit anyway, and says at each field what is missing.
 */

window.angular.module('cam.tasklist').config([
  '$provide',
  $provide => {
    $provide.decorator('camTasklistFormCamundaDirective', [
      '$delegate',
      $delegate => {
        const directive = $delegate[0];
        const link = directive.link;
        directive.compile = () => (scope, element, attributes, controller) => {
          const lenient = Object.create(controller);
          lenient.notifyFormValidated = () => controller.notifyFormValidated(false);
          link(scope, element, attributes, lenient);
        };
        return $delegate;
      }
    ]);
  }
]);

export default [];
