/* Exports four bytes under the name of the constant. */
extern const int uor_plugin_v1;
const int uor_plugin_v1 = 1;
