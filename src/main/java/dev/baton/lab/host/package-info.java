/** Simulated Debian hosts: packages, services, kernel and files, and the programs that show and change them. */
@NullMarked
package dev.baton.lab.host;

import org.jspecify.annotations.NullMarked;
