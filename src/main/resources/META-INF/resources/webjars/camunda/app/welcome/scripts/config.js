export default {
  customScripts: ['../../lib/sign-out.js']
};
