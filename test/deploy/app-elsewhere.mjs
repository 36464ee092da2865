/** In the process of a test, the address of the app leads to the test's own server; everything else is as it is. */
const usual = globalThis.fetch;

globalThis.fetch = (address, init) => {
  const url = new URL(address);
  return usual(url.hostname === 'app.example.com' ? new URL(url.pathname, process.env.TEST_APP) : url, init);
};
