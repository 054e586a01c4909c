/** The package ships this table without types. */
declare module 'opencc-js/dict/TSCharacters' {
  const entries: string;
  export default entries;
}
