module.exports = {
  configs: {
    recommended: {
      rules: {
        'id-names-its-type': 'error',
        'label-needed': 'error',
        'join-unlabelled': 'error'
      }
    }
  },
  rules: {
    'id-names-its-type': './rules/id-names-its-type',
    'label-needed': './rules/label-needed',
    'join-unlabelled': './rules/join-unlabelled'
  }
};
