/**
 * Draws the shipped diagrams: a procedure is written by hand as semantic BPMN, a placement table says where its elements
 * stand, and {@link dev.baton.layout.LayoutTool} writes the picture (BPMN DI) into the file.
 */
package dev.baton.layout;
