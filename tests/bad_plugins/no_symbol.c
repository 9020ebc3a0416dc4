/* Exports no constant of the contract. */
int uor_something_else(void);
int uor_something_else(void) { return 0; }
