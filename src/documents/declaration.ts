/** The name of the part that holds a declaration. A change that older readers cannot follow takes a new name. */
export const DECLARATION = 'urn:shenbao:declaration:1';
