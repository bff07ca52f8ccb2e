/** What pages and API share: who is signed in, and how things are put into words; nobody depends on it. */
@NullMarked
package dev.baton.web;

import org.jspecify.annotations.NullMarked;
