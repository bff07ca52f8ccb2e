package dev.baton.action;

/** The folder where files are kept that were fetched from devices. */
public interface FetchedFiles {

    /**
     * Keeps a file below the run's folder; one that was fetched before from the same place is replaced.
     *
     * @param run the reference of the run that fetched it
     * @param path where the device has it
     * @return where it is kept, relative to the folder
     */
    String keep(String run, String device, String path, Content content);
}
