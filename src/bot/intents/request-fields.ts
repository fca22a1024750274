/** Ids of the intake form's own questions, told apart from those of the firm file by a leading underscore. */
export const TITLE_FIELD = '_title';
export const CLIENT_FIELD = '_client';
