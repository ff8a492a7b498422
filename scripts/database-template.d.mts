/** Folder of an empty embedded database, made once with each version of what makes it. */
export declare function databaseTemplate(): Promise<string>;
